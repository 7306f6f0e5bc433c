"""The manual: chapters of resources/help, shown and searched in the program."""
