"""How a record of an older version becomes one of this version, step by step (Alembic).

A step is a file `versions/vNNNN_name.py` with its number as `revision`. It is frozen once it was released: it says what the
tables were, and imports nothing from `record.schema`, which says what they are. There is no way down but the copy that is made
before.
"""
