"""ZIP archives as the files in them; not what is in those files."""
