"""The database: schema, Writer, View, search, migrations."""
