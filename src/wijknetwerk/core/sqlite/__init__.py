"""SQLite as Django speaks it, with statements made in less time (decision 0022)."""
