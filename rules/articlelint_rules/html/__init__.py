"""Rules about the page as the browser sees it."""
