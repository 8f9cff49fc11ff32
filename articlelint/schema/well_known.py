"""Keys that themes, plugins and neighbouring tools read: none is a misspelling of another."""

COMMON = (
    # what articles of all generators carry
    "author authors author_profile avatar bio email translator translators reviewer reviewers "
    "contributor contributors editor editors owner owners maintainer maintainers "
    "title subtitle sub_title subheading heading headline name label caption lead tagline "
    "title_short long_title page_title nav_title short_title shortTitle "
    "description desc abstract summary excerpt intro teaser synopsis about preview "
    "date created updated modified published publish publishDate pubDate lastmod last_modified "
    "last_modified_at lastModified lastUpdated created_at updated_at date_created date_updated "
    "due expires expiration start end "
    "tag tags tagged category categories topic topics subject subjects keyword keywords series "
    "section sections group groups collection collections type types kind labels level "
    "slug slugs permalink url urls link links href alias aliases redirect redirects "
    "redirect_from redirect_to canonical canonical_url canonicalUrl original original_url "
    "source sources src path id uid uuid key code ref reference references "
    "image images img photo photos picture pictures cover covers thumbnail thumbnails thumb "
    "banner hero header headers headimg icon icons logo gallery video videos audio media file "
    "files attachment attachments download downloads ogImage og_image heroImage featured_image "
    "featuredImage feature_image image_alt imageAlt alt background bg color colors colour "
    "theme style styles css js script scripts class classes classNames font fonts "
    "layout template templates format formats engine markup mode view widget widgets "
    "draft drafts hidden hide private public visible visibility status state stage "
    "featured feature pin pinned sticky top highlight toc toc_depth comments comment share "
    "sharing social related next prev previous parent children child order weight rank "
    "position index indexing noindex robots sitemap search searchable feed rss menu menus nav "
    "navigation sidebar breadcrumb breadcrumbs footer head body content contents text data meta "
    "lang langs language languages locale locales translation translations i18n hreflang "
    "version versions license copyright credits credit notes note warning warnings alert "
    "price rating ratings score location locations place city country region address venue "
    "event events speaker speakers company organization project projects product products "
    "book books chapter chapters part parts lesson course courses course_id step steps "
    "question questions answer answers faq faqs mathjax katex math mermaid chart diagram "
    "password pass encrypt readtime reading_time readingTime wordcount words time times "
    "duration length size width height tabs tab list lists items item rows columns page pages "
    "post posts archive archives year month day week hour timezone "
    "issue issues number volume revision changelog release releases env environment "
    "params options option settings config extra custom props attributes variables "
    "assignees about required default test tests redirect_url external externalUrl "
    "twitter facebook github instagram youtube linkedin mastodon discord email_address "
    "phone website homepage blog news docs guide guides tutorial api "
    "publisher creator updated_by created_by last_updated_by session sessions "
    "external_url seoTitle "
    "h1 h2 subtitle_text seo seo_title meta_title meta_description og twitter_card"
).split()

HEXO = (
    # NexT, Butterfly, Fluid, Icarus, Matery, Stellar, Volantis and usual plugins
    "abbrlink urlname mathjax mathjax2 math katex mermaid toc toc_number toc_style_simple "
    "toc_expand toc_number_show cover top_img index_img banner_img banner_img_height "
    "banner_mask_alpha headimg headimage banner thumbnail thumbnail_image top sticky pin "
    "password encrypt abstract message theme wrong_pass_message wrong_hash_message copyright "
    "copyright_author copyright_author_href copyright_url copyright_info aside swiper "
    "highlight_shrink aplayer meting music leftbar rightbar sidebar poster logo type "
    "description keywords subtitle intro author author_info avatar authorLink authorAbout "
    "authorDesc img summary reprintPolicy cdn header footer comment comments valine gitalk "
    "disqus hide hidden archive no_toc original source reward reprint reproduced readmore "
    "quicklink share nocopy nofancybox fancybox lazyload mathjax_enable musicid musics video "
    "series references ai ai_summary ai_text main_color cover_type hideTime update_date "
    "updated_at content language lang wiki topic menu_id breadcrumb indexing robots noreferrer "
    "backup_url link links issue_id id no-emoji photos alias redirect seo_title notoc scripts "
    "styles css js plugins tocnum feature_image featured_image badges cc license"
).split()

JEKYLL = (
    # jekyll-seo-tag, jekyll-redirect-from, jekyll-sitemap, Minimal Mistakes, Chirpy,
    # Beautiful Jekyll, Just the Docs, al-folio
    "redirect_from redirect_to redirect description image author authors sitemap "
    "last_modified_at seo canonical_url lang locale twitter webmaster_verifications "
    "google_site_verification classes header sidebar toc toc_label toc_icon toc_sticky "
    "author_profile read_time share comments related feature_row intro entries_layout "
    "show_date show_excerpts breadcrumbs gallery teaser tagline pin math mermaid "
    "media_subpath img_path render_with_liquid panel_includes tail_includes subtitle "
    "thumbnail-img cover-img share-img share-title share-description share-keywords "
    "social-share full-width nav-short footer-extra head-extra css js ext-css ext-js "
    "nav_order nav_exclude has_children parent grand_parent child_nav_order has_toc "
    "search_exclude nav_fold related_posts giscus_comments disqus_comments citation "
    "bibliography pretty_table tabs translator date_added disqus_id wordpress_id "
    "status type meta published_date ready external-url link thumbnail featured hidden "
    "rating beforetoc header-img header-style header-mask catalog catalogue music"
).split()

HUGO = (
    # PaperMod, Docsy, LoveIt, Stack, Ananke, Academic, Geekdoc, Book
    "author authors cover images image featured_image featuredImage featuredImagePreview "
    "featureimage thumbnail showToc TocOpen hidemeta comments canonicalURL disableHLJS "
    "disableShare hideSummary searchHidden ShowReadingTime ShowBreadCrumbs ShowPostNavLinks "
    "ShowWordCount ShowRssButtonInSectionTermList UseHugoToc editPost toc toc_hide "
    "hide_summary no_list simple_list github_repo github_subdir manualLink "
    "manualLinkRelref manualLinkTitle manualLinkTarget body_class resources series subtitle "
    "hiddenFromHomePage hiddenFromSearch twemoji lightgallery ruby fraction fontawesome "
    "linkToMarkdown rssFullText math mapbox library seo share license categories projects "
    "readingTime lastmod_git slides url_code url_pdf url_slides url_video publication "
    "publication_types publication_short doi profile highlight reading_time commentable "
    "featured geekdocHidden bookToc bookHidden bookCollapseSection bookFlatSection "
    "bookComments bookSearchExclude content_type reviewers feature min-kubernetes-server-version "
    "no_issue auto_generated stages id full_link short_description aka heading abstract "
    "functions_and_methods action signatures returnType altTitle functionType notoc "
    "show_publish_date hide_in_this_section searchable main_sections card evergreen "
    "linktitle identifier pre post parent expirydate summary draft banner notice "
    "cid quote logo location menutitle chapter hidden disableToc alwaysopen ordersectionsby"
).split()

ELEVENTY = (
    "eleventyNavigation eleventyExcludeFromCollections eleventyComputed eleventyImport "
    "eleventyDataSchema pagination templateEngineOverride renderData metaTitle metaDesc "
    "metaDescription socialImage canonical hero alt thumbnail authors subhead origin_trial "
    "patterns noindex updated"
).split()

MKDOCS = (
    # Material for MkDocs
    "template title description icon status hide search boost exclude tags social cards "
    "cards_layout cards_layout_options comments subtitle authors categories draft pin links "
    "readtime slug date og_image robots revision_date render_macros"
).split()

DOCUSAURUS = (
    "sidebar_key sidebar_class_name hide_title hide_footer wrapperClassName "
    "title_meta unlisted socials authorFBID authorTwitter author_twitter original_id no_comments "
    "format mdx-js search keywords cssclass"
).split()

ASTRO = (
    "heroImage heroImageAlt ogImage pubDatetime modDatetime updatedDate publishDate "
    "canonicalURL hideEditPost i18nReady githubURL githubIntegrationURL hasREADME astro "
    "category type sidebar tableOfContents editUrl hero head template banner pagefind prev next "
    "stub service logo isAbsolute isRecommended unlisted readyForPublish"
).split()

PELICAN = (
    "gravatar image cover thumbnail series series_index related_posts subtitle disqus "
    "disqus_identifier header_cover og_image description comments toc featured_image tags keywords "
    "sortorder source reviewers reviewed summary author authors email github twitter math "
    "latex headline status category slug lang translation modified template save_as url"
).split()

MDN = (
    "title short-title slug page-type status browser-compat spec-urls sidebar l10n "
    "original_slug translation_of tags banners short_title"
).split()
