"""Review sessions in the window: the running session, its panel, its dialogs, its actions."""
