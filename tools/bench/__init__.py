"""`make bench`: the budgets of the design, measured in one run and written to docs/benchmarks.md.

Ratios hold from run to run where seconds don't: processor time is counted in B, the time of a bare
Django view with the standard middlewares and 2 KB of HTML, measured in the same process.
"""
