"""A source → Snapshot: bytes kept, hashed, with provenance."""
