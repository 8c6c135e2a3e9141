"""Letters that are others with something through them or beside them, no accent to take off."""

PLAIN = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"}
)
"""What is searched for in their place, in small letters: `soren` finds Søren, `lodz` Łódź."""
