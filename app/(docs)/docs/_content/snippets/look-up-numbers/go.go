// Prints what is known of numbers, up to 100 in one request.
package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"log"
	"net/http"
	"os"
	"time"
)

var client = &http.Client{Timeout: 30 * time.Second}

type lookups struct {
	Data []struct {
		Input    string `json:"input"`
		Sendable bool   `json:"sendable"`
		Type     string `json:"type"`
		Country  string `json:"country"`
	} `json:"data"`
	Detail string `json:"detail"`
}

func main() {
	log.SetFlags(0)
	body, err := json.Marshal(map[string][]string{
		"numbers": {"48732129000", "+48 22 123 45 67"},
	})
	if err != nil {
		log.Fatal(err)
	}
	url := "http://localhost:3000/api/numbers"
	request, err := http.NewRequest("POST", url, bytes.NewReader(body))
	if err != nil {
		log.Fatal(err)
	}
	request.Header.Set("Authorization", "Bearer "+os.Getenv("ACTIO_TOKEN"))
	request.Header.Set("Content-Type", "application/json")
	response, err := client.Do(request)
	if err != nil {
		log.Fatal(err)
	}
	defer response.Body.Close()
	var found lookups
	if err := json.NewDecoder(response.Body).Decode(&found); err != nil {
		log.Fatal(err)
	}
	if response.StatusCode != 200 {
		log.Fatal(found.Detail)
	}
	for _, each := range found.Data {
		fmt.Println(each.Input, each.Sendable, each.Type, each.Country)
	}
}
