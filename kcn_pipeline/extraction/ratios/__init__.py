"""What percentages and multiples compare, and with which amounts they belong."""
