"""Deciding in the browser: which question stands under which address, what it says, what keeping an answer comes to."""
