"""Many extracts → who and what is the same."""
