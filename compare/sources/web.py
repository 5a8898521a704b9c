"""Pages from the web; nothing yet."""
