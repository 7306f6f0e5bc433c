"""Dialogs: one file each, all listed in catalogue.py and imported when first opened."""
