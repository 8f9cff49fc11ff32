"""What the HTML standard says, once: elements, characters, references, how all of it is parsed."""
