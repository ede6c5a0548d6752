"""Does a test notice when a rule of consent or access is broken? `make mutation` breaks each of
them, one at a time, and tells which break no test noticed (docs/mutation.md, decision 24)."""
