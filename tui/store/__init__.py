"""What a corpus holds and what a person marked in it."""
