"""An app with jobs that real worker processes run in the tests (test_jobs_processes.py)."""
