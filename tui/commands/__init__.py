"""What `newsreader` does, one module a command: each has its `parser` and its `run`."""
