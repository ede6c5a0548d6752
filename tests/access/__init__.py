"""The access table (rule A1): every page x every role, with what each gets and what it logs.

Each app has a file here with its rows. `test_access_table.py` opens every page as everybody, and
keeps docs/access-matrix.md in line. A new address without a row fails the suite.
"""
