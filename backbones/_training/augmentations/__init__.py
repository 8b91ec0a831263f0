"""The steps of augmentation that ship; `_training/augmentation.py` puts them in order."""
