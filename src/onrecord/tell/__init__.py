"""What the record says, in forms for people and programs."""
