"""Knowledge as data: what people edit, validated on load, each row with source and validity."""
