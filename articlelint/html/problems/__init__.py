"""What is wrong with the markup of a page, as an author would say it."""
