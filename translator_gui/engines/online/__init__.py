"""Engines that send text to a service. Each says so (`online`), and nothing here runs unless the user chose it."""
