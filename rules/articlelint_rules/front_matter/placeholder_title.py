from articlelint import WARNING, Article, FieldRole, FieldText, Findings, Rule, on, regex
from articlelint_rules.front_matter._values import shown

_TITLES = frozenset(
    {
        "untitled", "untitled document", "untitled page", "untitled post", "no title",
        "new article", "new blog post", "new page", "new post", "my new page", "my new post",
        "my title", "your title", "your title here", "title here", "insert title here",
        "enter title here", "add title", "add title here", "add a title", "page title",
        "post title", "article title", "title of the post", "title of your post",
        "lorem ipsum", "tbd", "todo", "fixme", "xxx", "welcome to jekyll!",
        "test post", "sample post", "example post",
        "未命名", "未命名文章", "无标题", "無標題", "无标题文档", "新建文章", "新文章",
        "标题", "文章标题",
        "無題", "제목 없음", "sans titre", "ohne titel", "sin título", "sem título", "без названия",
    }
)  # fmt: skip
_LISTS = frozenset({"todo", "tbd", "fixme", "xxx"})
_SAMPLES = {  # of generators' own sample posts, whose titles may also be real ones
    "hello world": regex(r"Welcome to \[Hexo\]"),
    "my first post": regex(r"\A\s*\Z"),
    "welcome": regex(r"docusaurus\.io/docs/api/plugins/@docusaurus/plugin-content-blog"),
    "first blog post": regex(r"Lorem ipsum dolor sit amet"),
    "first post": regex(r"Lorem ipsum dolor sit amet"),
    "markdown style guide": regex(r"Here is a sample of some basic Markdown syntax"),
}


class PlaceholderTitle(Rule):
    """The title is a placeholder or belongs to a sample post."""

    name = "front-matter/placeholder-title"
    severity = WARNING

    @on.field(FieldRole.TITLE)
    def check(self, text: FieldText, article: Article) -> Findings:
        value = text.scalar.value
        title = value.strip().casefold() if isinstance(value, str) else ""
        if title in _LISTS and (not str(value).isupper() or article.path.stem.casefold() == title):
            return  # a list of what is to do
        if "_drafts" in article.path.parts:  # of which a title is still to be found
            return
        sample = _SAMPLES.get(title)
        if title in _TITLES:
            message = f"The title `{shown(str(value))}` is a placeholder"
        elif sample is not None and sample.search(article.body.of(article.text)):
            message = "This is the sample post that the generator created with the site"
        else:
            return
        yield self.diagnostic(text.scalar.span, message)
