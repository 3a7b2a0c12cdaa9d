"""What a user would write instead of onrecord, as good as the libraries' own documentation makes it."""
