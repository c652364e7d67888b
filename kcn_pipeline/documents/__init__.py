"""Read: from the bytes of a file to decoded text with publisher and reporting period."""
