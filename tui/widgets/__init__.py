"""What is drawn: widgets take data, post messages and know no store."""
