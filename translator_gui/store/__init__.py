"""The project file: one SQLite file, every edit committed as it is made, with its inverse."""
