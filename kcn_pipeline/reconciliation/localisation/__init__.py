"""Who is wrong where relations fail, and what was meant: linear systems, conflicts, repairs; not what relations say."""
