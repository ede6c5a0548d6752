"""PostgreSQL as Django speaks it, with the scope in force before each statement (decision 0019)."""
