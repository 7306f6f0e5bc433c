"""What a stranger downloads: the wheel, the tables of the packages, and how the program starts."""
