// A small Eleventy site. Articles and pictures are laid beside the templates.
const SITE = { name: "Trang tin khoa học", url: "https://tin.example" };
const PER_PAGE = 20;

function slugify(text) {
  return text
    .toLowerCase()
    .replace(/đ/g, "d")
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
}

function pages(items, base, name) {
  const count = Math.max(1, Math.ceil(items.length / PER_PAGE));
  return Array.from({ length: count }, (_, k) => ({
    name,
    number: k + 1,
    count,
    url: k ? `${base}page/${k + 1}/` : base,
    prev: k === 0 ? null : k === 1 ? base : `${base}page/${k}/`,
    next: k + 1 < count ? `${base}page/${k + 2}/` : null,
    items: items.slice(k * PER_PAGE, (k + 1) * PER_PAGE),
  }));
}

function newest(api) {
  return api.getFilteredByGlob("**/tin-tuc/*.md").sort((a, b) => b.date - a.date);
}

function groups(posts, keys) {
  const found = new Map();
  for (const post of posts)
    for (const key of keys(post))
      found.has(key) ? found.get(key).push(post) : found.set(key, [post]);
  return [...found].sort((a, b) => slugify(a[0]).localeCompare(slugify(b[0])));
}

const categories = (post) => [post.data.category];
const tags = (post) => post.data.tags.filter((t) => t !== "all");

export default function (config) {
  config.addGlobalData("site", SITE);
  config.addGlobalData("layout", "article.njk");
  // Only articles lack a permalink of their own.
  config.addGlobalData(
    "permalink",
    () => (data) =>
      data.page.inputPath.includes("/tin-tuc/") ? `/tin-tuc/${data.page.fileSlug}/` : undefined,
  );
  config.addPassthroughCopy({ static: "/", "content/hinh-anh": "hinh-anh" });
  config.addCollection("newest", newest);
  config.addCollection("listing", (api) => pages(newest(api), "/", SITE.name));
  config.addCollection("categoryList", (api) =>
    groups(newest(api), categories).map(([name]) => ({ name, url: `/danh-muc/${slugify(name)}/` })),
  );
  config.addCollection("categoryPages", (api) =>
    groups(newest(api), categories).flatMap(([n, list]) =>
      pages(list, `/danh-muc/${slugify(n)}/`, n),
    ),
  );
  config.addCollection("tagPages", (api) =>
    groups(newest(api), tags).flatMap(([n, list]) => pages(list, `/the/${slugify(n)}/`, n)),
  );
  config.addCollection("heads", (api) =>
    Object.fromEntries(groups(newest(api), categories).map(([n, list]) => [n, list.slice(0, 7)])),
  );
  config.addFilter("slug", slugify);
  config.addFilter("others", (heads, category, url) =>
    (heads[category] || []).filter((p) => p.url !== url).slice(0, 6),
  );
  const day = new Intl.DateTimeFormat("vi-VN", { timeZone: "Asia/Ho_Chi_Minh" });
  config.addFilter("day", (d) => day.format(d));
  config.addFilter("iso", (d) => d.toISOString());
  return {
    dir: { input: ".", includes: "_includes", output: "_site" },
    markdownTemplateEngine: false,
    htmlTemplateEngine: "njk",
  };
}
