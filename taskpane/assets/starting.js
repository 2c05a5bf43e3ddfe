// biome-ignore-all lint/complexity/useArrowFunction: browsers without modules know no arrows
// biome-ignore-all lint/complexity/useOptionalChain: nor optional chains
// biome-ignore-all lint/style/useTemplate: nor templates
// 正在打开: says what is missing where the pane cannot start. Plain script of the oldest kind, since it has to
// run where nothing newer does; it ends when the pane has drawn itself.
(function () {
  var PATIENCE = 15000;
  var office = false;
  var failed = '';
  var unread = false;
  function waiting() {
    return document.querySelector('#root > .starting');
  }
  function say(text) {
    var place = waiting();
    if (place) place.textContent = text;
  }
  function reason() {
    if (!('noModule' in document.createElement('script')))
      return '这台电脑上的 Excel 用旧的浏览器组件显示窗格，勾稽打不开。请安装 Microsoft Edge WebView2 Runtime，重新打开 Excel；不能安装的，请用 Chrome、Edge 或信创浏览器打开勾稽的网页版。';
    if (unread)
      return '这里的浏览器太旧，读不懂勾稽的程序：Safari 要 15 以上（macOS 12、iPadOS 15 起），Chrome、Edge 和信创浏览器要 80 以上。请更新系统；不能更新的，请换一个浏览器打开勾稽的网页版。';
    if (office)
      return '没有取到 office.js，窗格不能与 Excel 相连。请检查内网地址能否打开，或请管理员查看服务器上的 office.js。';
    if (failed)
      return (
        '没有取到 ' +
        failed +
        '，可能被拦截或服务器上缺这个文件。请检查内网地址能否打开，或请管理员查看。'
      );
    return '勾稽没有打开。请关闭窗格再打开一次；若仍这样，请把 Excel 的版本告诉管理员。';
  }
  window.addEventListener(
    'error',
    function (event) {
      var at = event.target;
      // A script that came and cannot be parsed.
      if (/SyntaxError/.test(String(event.message))) unread = true;
      if (unread) return say(reason());
      if (!at || at.tagName !== 'SCRIPT') return;
      var name = String(at.src).split('/').pop().split('?')[0];
      if (name === 'office.js') office = true;
      else failed = name;
      window.setTimeout(function () {
        say(reason());
      }, 0);
    },
    true,
  );
  window.setTimeout(function () {
    if (waiting()) say(reason());
  }, PATIENCE);
})();
