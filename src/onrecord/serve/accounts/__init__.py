"""Who may read and who may decide where the record is served to others.

book        names, roles and password hashes (argon2) and open sessions, in a file of the server's own beside the record
guard       every request: who asks, whether they may, whether it comes from a page of ours
forms       the tokens of forms
attempts    how often somebody may try
"""
