"""A folder of its own: Streamlit puts the folder of the script that it runs on sys.path."""
