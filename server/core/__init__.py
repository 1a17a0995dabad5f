"""What knows no domain: actors, errors, time, ids, tokens, the database."""
