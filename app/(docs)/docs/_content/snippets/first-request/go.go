package main

import (
	"io"
	"net/http"
	"os"
	"strings"
	"time"
)

var client = &http.Client{Timeout: 30 * time.Second}

func main() {
	request, _ := http.NewRequest("POST", "http://localhost:3000/api/sms", strings.NewReader(
		`{"from": "YourBrand", "to": "48732129000", "body": "Your login code: 482910"}`))
	request.Header.Set("Authorization", "Bearer "+os.Getenv("ACTIO_TOKEN"))
	request.Header.Set("Content-Type", "application/json")
	response, err := client.Do(request)
	if err != nil {
		panic(err)
	}
	defer response.Body.Close()
	io.Copy(os.Stdout, response.Body)
}
