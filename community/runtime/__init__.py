"""How our programs run: what asks them to stop. Command line, sync and the public service share it."""
