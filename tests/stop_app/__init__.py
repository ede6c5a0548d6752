"""An app for tests with real workers: a part of a network that can hold up its stop."""
