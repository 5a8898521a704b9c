"""What the statements of an event dwell on, each number traceable to sentences."""
