"""YOLACT and YOLACT++ (Bolya et al., ICCV 2019 and TPAMI 2020): people and their masks in frames.

The network behind the detector and the masker `yolact`. It is no backbone: hence the underscore.
"""
