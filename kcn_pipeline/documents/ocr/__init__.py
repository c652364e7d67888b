"""Page images and text layers as lines of text with their boxes; not the files that hold them."""
