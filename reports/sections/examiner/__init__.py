"""The section for examiners: error curves, searches, zoo, calibration, counts between cameras."""
