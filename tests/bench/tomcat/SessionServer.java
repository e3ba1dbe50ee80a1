// SPDX-License-Identifier: GPL-3.0-or-later
// The auth app on embedded Tomcat with HttpSession: java SessionServer PORT PAGE_BYTES
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.apache.catalina.Context;
import org.apache.catalina.startup.Tomcat;

public final class SessionServer {
    private static final class Home extends HttpServlet {
        private final int pageBytes;

        Home(int pageBytes) {
            this.pageBytes = pageBytes;
        }

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            HttpSession session = request.getSession(false);
            if (session == null) {
                response.sendRedirect("/auth/login");
                return;
            }
            int visits = (Integer) session.getAttribute("visits") + 1;
            session.setAttribute("visits", visits);
            String user = (String) session.getAttribute("user");
            String page = "<!DOCTYPE html><title>Home</title><p data-user=\"" + user + "\">" + user + ", visit " + visits
                + "</p>";
            response.setContentType("text/html;charset=utf-8");
            response.setContentLength(pageBytes);
            response.getWriter().print(page + " ".repeat(pageBytes - page.length()));
        }
    }

    private static final class Login extends HttpServlet {
        @Override
        protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
            request.getSession(true).setAttribute("user", "user1");
            request.getSession().setAttribute("visits", 0);
        }
    }

    public static void main(String[] arguments) throws Exception {
        Tomcat tomcat = new Tomcat();
        tomcat.setBaseDir(".");
        tomcat.setPort(Integer.parseInt(arguments[0]));
        tomcat.getConnector().setProperty("address", "127.0.0.1");
        tomcat.getConnector().setProperty("maxKeepAliveRequests", "-1");
        Context context = tomcat.addContext("", null);
        Tomcat.addServlet(context, "home", new Home(Integer.parseInt(arguments[1])));
        context.addServletMappingDecoded("/", "home");
        Tomcat.addServlet(context, "login", new Login());
        context.addServletMappingDecoded("/auth/login", "login");
        tomcat.start();
        tomcat.getServer().await();
    }
}
