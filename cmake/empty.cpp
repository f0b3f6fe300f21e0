// Keeps the library non-empty for tools that refuse a library without sources.
